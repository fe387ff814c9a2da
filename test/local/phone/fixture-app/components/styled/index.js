Component({ externalClasses: ["my-class"] });
