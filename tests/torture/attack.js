/** Everything that a page can try against a playground at `target`; gives back all that it could read. */
async (target) => {
  const read = [];
  const path = "/api/runs";
  const json = { "Content-Type": "application/json" };

  const asked = async (path, options) => {
    const answer = await fetch(target + path, options);
    read.push(await answer.text());
  };
  const posted = (body) => asked(path, { method: "POST", mode: "no-cors", body });

  const loaded = (tag, attributes) =>
    new Promise((done) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.onload = element.onerror = () => {
        read.push(element.contentDocument?.body?.innerText ?? "", "x".repeat(element.naturalWidth ?? 0));
        done();
      };
      document.body.append(element);
    });

  const submitted = (enctype) =>
    new Promise((done) => {
      const frame = Object.assign(document.createElement("iframe"), { name: `answer to ${enctype}` });
      document.body.append(frame);
      const form = Object.assign(document.createElement("form"), {
        action: target + path,
        method: "post",
        enctype,
        target: frame.name,
        innerHTML: `<input name='{"epochs":1,"name":"' value='"}'>`,
      });
      document.body.append(form);
      frame.onload = done;
      form.submit();
    });

  const listened = (source, end) =>
    new Promise((done) => {
      source.onmessage = ({ data }) => read.push(data);
      source[end] = () => done(source.close());
    });

  navigator.sendBeacon(target + path, "{}");
  navigator.sendBeacon(target + path, new Blob(["{}"], { type: "application/json" }));
  const attempts = [
    () => asked(path),
    () => asked(path, { credentials: "include" }),
    () => asked(path, { mode: "no-cors" }),
    () => asked("/api/health", { mode: "no-cors" }),
    () => posted(),
    () => posted("{}"),
    () => posted(new URLSearchParams("epochs=1")),
    () => posted(new FormData()),
    () => posted(new Blob(["{}"], { type: "application/json" })),
    () => asked("/api/runs/recorded/cancellation", { method: "POST", mode: "no-cors" }),
    () => asked(path, { method: "POST", headers: json, body: "{}" }),
    () => asked("/api/runs/recorded", { method: "DELETE" }),
    () => loaded("img", { src: target + path }),
    () => loaded("img", { src: `${target}/api/runs/recorded/curve.csv` }),
    () => loaded("script", { src: target + path }),
    () => loaded("script", { type: "module", src: target + path }),
    () => loaded("link", { rel: "stylesheet", href: target + path }),
    () => loaded("link", { rel: "prefetch", href: target + path }),
    () => loaded("object", { data: target + path }),
    () => loaded("video", { src: target + path }),
    () => loaded("iframe", { src: target + path }),
    () => loaded("iframe", { src: `${target}/train` }),
    () => submitted("text/plain"),
    () => submitted("multipart/form-data"),
    () => submitted("application/x-www-form-urlencoded"),
    () => listened(new EventSource(target + path), "onerror"),
    () => listened(new WebSocket(`${target.replace("http", "ws")}/api/runs/recorded/stream`), "onclose"),
  ];
  for (const attempt of attempts) await attempt().catch((refused) => refused);
  return { attempts: attempts.length + 2, read: read.filter(Boolean) };
};
