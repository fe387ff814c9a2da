Page({ data: { width: 300 } });
