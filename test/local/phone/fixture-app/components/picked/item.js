Component({ properties: { item: Object } });
