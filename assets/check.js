// Lets a file be dropped on the form; without it the file is chosen with the button.
(() => {
  const drop = document.getElementById("drop");
  const input = document.getElementById("file");
  if (!drop || !input) return;
  const stop = event => event.preventDefault();
  addEventListener("dragover", stop);
  addEventListener("drop", stop);
  drop.addEventListener("dragover", () => drop.classList.add("over"));
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", event => {
    drop.classList.remove("over");
    if (event.dataTransfer?.files.length) input.files = event.dataTransfer.files;
  });
})();
