# Rcapture on the tables that bench/undercount.mjs writes; prints one JSON line (bench/setup-undercount.sh installs the package).
# Arguments: for five lists and then for four, a CSV of combinations with a column count, and a file of models that is not needed
# here; the number of resamples.
suppressMessages(library(Rcapture))
given <- commandArgs(trailingOnly = TRUE)
five <- as.matrix(read.csv(given[1]))
four <- as.matrix(read.csv(given[3]))
draws <- as.integer(given[5])
seconds <- function(work) {
  before <- proc.time()
  work()
  used <- proc.time() - before
  unname(used["user.self"] + used["sys.self"])
}
choose <- function(table) suppressWarnings(closedpMS.t(table, dfreq = TRUE))
fitted <- NULL
models5 <- seconds(function() fitted <<- choose(five)$results)
best <- rownames(fitted)[which.min(fitted[, "AIC"])]
interval <- NULL
profile5 <- seconds(function() interval <<- suppressWarnings(closedpCI.t(five, dfreq = TRUE, mX = best))$CI)
# A fiftieth of the resamples, times fifty: one by one they are alike.
some <- max(1, draws %/% 50)
counts <- four[, ncol(four)]
set.seed(1)
bootstrap4 <- (draws / some) * seconds(function() {
  for (i in seq_len(some)) {
    drawn <- four
    drawn[, ncol(four)] <- rmultinom(1, sum(counts), counts)
    choose(drawn)
  }
})
numbers <- function(values) paste0("[", paste(ifelse(is.finite(values), sprintf("%.17g", values), "null"), collapse = ", "), "]")
cat(sprintf(
  '{"version": "%s", "models5": %.6f, "profile5": %.6f, "bootstrap4": %.6f, "best": "%s", "interval": %s, "names": [%s], "abundance": %s, "aic": %s}\n',
  format(packageVersion("Rcapture")), models5, profile5, bootstrap4, best, numbers(as.numeric(unlist(interval[1, 1:3]))),
  paste0('"', rownames(fitted), '"', collapse = ", "), numbers(fitted[, "abundance"]), numbers(fitted[, "AIC"])))
