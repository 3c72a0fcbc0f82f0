# The same fits by R's own glm.fit, which Rcapture calls for each of its models; prints one JSON line. Base R, no package.
# Arguments: for five lists and then for four, a CSV of combinations with a column count, and a file with the models, one a line,
# each as the sets of lists that are its terms (bits); the number of resamples.
given <- commandArgs(trailingOnly = TRUE)
seconds <- function(work) {
  before <- proc.time()
  work()
  used <- proc.time() - before
  unname(used["user.self"] + used["sys.self"])
}
table_of <- function(path) as.matrix(read.csv(path))
designs_of <- function(path, lists) {
  cells <- seq_len(2^lists - 1)
  lapply(strsplit(readLines(path), " "), function(terms)
    vapply(as.integer(terms), function(term) as.double(bitwAnd(cells, term) == term), double(length(cells))))
}
choose <- function(counts, designs)
  which.min(vapply(designs, function(x) suppressWarnings(glm.fit(x, counts, family = poisson()))$aic, 0))
five <- table_of(given[1])
four <- table_of(given[3])
designs5 <- designs_of(given[2], ncol(five) - 1)
designs4 <- designs_of(given[4], ncol(four) - 1)
draws <- as.integer(given[5])
models5 <- seconds(function() choose(five[, ncol(five)], designs5))
# A hundredth of the resamples, times a hundred: one by one they are alike.
some <- max(1, draws %/% 100)
counts <- four[, ncol(four)]
set.seed(1)
bootstrap4 <- (draws / some) * seconds(function()
  for (i in seq_len(some)) choose(as.vector(rmultinom(1, sum(counts), counts)), designs4))
# The same by glm() with a formula, so that its model frame is counted too: what Rcapture's closedpMS.t calls once for each model.
by_formula <- function(counts, designs)
  which.min(vapply(designs, function(x) suppressWarnings(glm(counts ~ x - 1, family = poisson()))$aic, 0))
tenth <- designs5[seq(1, length(designs5), by = 10)]
formula5 <- (length(designs5) / length(tenth)) * seconds(function() by_formula(five[, ncol(five)], tenth))
formula_bootstrap4 <- (draws / some) * seconds(function()
  for (i in seq_len(some)) by_formula(as.vector(rmultinom(1, sum(counts), counts)), designs4))
cat(sprintf('{"models5": %.6f, "bootstrap4": %.6f, "formula5": %.6f, "formulaBootstrap4": %.6f}\n',
  models5, bootstrap4, formula5, formula_bootstrap4))
