# fixest as a peer of bench/effect.mjs: peer.R FILE ROWS NAMES THREADS, then one JSON line {"model", "formula"} in, one with time and result out, in turn.
suppressMessages(library(fixest))
given <- commandArgs(trailingOnly = TRUE)
setFixest_nthreads(as.integer(given[4]))
setFixest_notes(FALSE)
rows <- as.integer(given[2])
names <- strsplit(given[3], ",")[[1]]
values <- matrix(readBin(given[1], "double", rows * length(names)), rows)
data <- setNames(as.data.frame(values), names)
rm(values)
for (name in c("id", "firm", "year")) data[[name]] <- as.integer(data[[name]])
field <- function(line, name) sub(sprintf('.*"%s":"([^"]*)".*', name), "\\1", line)
questions <- file("stdin", "r")
while (length(line <- readLines(questions, 1)) > 0) {
  estimate <- if (field(line, "model") == "poisson") fepois else feols
  formula <- as.formula(field(line, "formula"))
  before <- proc.time()
  fit <- estimate(formula, data, vcov = ~id, lean = TRUE)
  used <- proc.time() - before
  cat(sprintf(
    '{"milliseconds": %.3f, "wall": %.3f, "estimate": %.17g, "se": %.17g, "version": "%s"}\n',
    1000 * (used["user.self"] + used["sys.self"]), 1000 * used["elapsed"], coef(fit)[1], se(fit)[1], format(packageVersion("fixest"))))
  flush(stdout())
}
