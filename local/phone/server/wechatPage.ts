/** The page of the window that stands for WeChat around the Mini Program: see `host/wechat/main.ts`. */
export const wechatPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="wechat.css">
<title>微信</title>
</head>
<body><script type="module" src="wechat.js"></script></body>
</html>
`;
