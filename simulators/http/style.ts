export const style = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:#1b2328;background:#f4f6f6}
header{background:#12343b;color:#fff;padding:.75rem 1.5rem}
header p{margin:0;max-width:62rem}
header strong{font-size:1.25rem;letter-spacing:.01em;margin-right:1rem}
header span{display:inline-block;background:#ffe9a8;color:#3a2c00;padding:.05rem .6rem;border-radius:.25rem;font-size:.875rem}
main{max-width:40rem;margin:2rem auto;padding:1.5rem 2rem 2rem;background:#fff;border:1px solid #cfd8da;border-radius:.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 1rem}
h2{font-size:1.1rem;margin:1.5rem 0 .4rem}
label{display:block;font-weight:600;margin-top:1rem}
input[type=email],input[type=password],input[type=text]{width:100%;max-width:24rem;padding:.5rem .6rem;font:inherit;border:1px solid #5f6f74;border-radius:.25rem}
.choice{display:flex;gap:.6rem;align-items:flex-start;font-weight:400}
.choice input{width:1.25rem;height:1.25rem;margin-top:.15rem;flex:none}
.actions{display:flex;gap:.75rem;margin-top:1.5rem;flex-wrap:wrap}
button{font:inherit;font-weight:600;padding:.5rem 1.4rem;min-height:2.75rem;border-radius:.25rem;border:1px solid #00616e;background:#00616e;color:#fff;cursor:pointer}
button.second{background:#fff;color:#00515c}
:focus-visible{outline:3px solid #b45309;outline-offset:2px}
.hint{color:#47555a;margin:.2rem 0;font-size:.9375rem}
.error{border-left:.3rem solid #b42318;background:#fdf0ee;color:#7a1710;padding:.5rem .9rem;margin:1rem 0}
.note{border-left:.3rem solid #00616e;background:#eef6f7;padding:.5rem .9rem;margin:1rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:1rem 0}
dt{color:#47555a}
dd{margin:0;overflow-wrap:anywhere}
code{font-size:.9375em;overflow-wrap:anywhere}
@media (max-width:32rem){main{margin:0;border-width:0 0 1px;border-radius:0;padding:1rem}dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
`;
