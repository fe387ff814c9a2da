/** A page that is made by its script alone: `name.js` with `name.css`. */
export const pageText = (name: string, title: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=no">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${name}.css">
<title>${title}</title>
</head>
<body><script type="module" src="${name}.js"></script></body>
</html>
`;
