# Rcapture and LCMCR on the tables that bench/undercount.mjs writes; prints one JSON line. Set up once with
#   Rscript -e 'install.packages(c("Rcapture", "LCMCR", "posterior", "jsonlite"))'
# Arguments: for five lists and then for four, a CSV of combinations with a column count, and a file of models that is not
# needed here; the number of resamples.
suppressMessages({
  library(Rcapture)
  library(jsonlite)
})
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
result <- list(models5 = seconds(function() choose(five)))
# A tenth of the resamples, times ten: one by one they are alike.
some <- max(1, draws %/% 10)
result$bootstrap4 <- (draws / some) * seconds(function() {
  counts <- four[, ncol(four)]
  for (i in seq_len(some)) {
    drawn <- four
    drawn[, ncol(four)] <- rmultinom(1, sum(counts), counts)
    choose(drawn)
  }
})
if (requireNamespace("LCMCR", quietly = TRUE) && requireNamespace("posterior", quietly = TRUE)) {
  library(LCMCR)
  lists <- as.data.frame(lapply(as.data.frame(five[, -ncol(five)]), factor))
  names(lists) <- paste0("L", seq_along(lists))
  frame <- lists[rep(seq_len(nrow(lists)), five[, ncol(five)]), ]
  chains <- NULL
  result$latentSeconds <- seconds(function() {
    chains <<- sapply(1:4, function(seed) {
      sampler <- lcmCR(captures = frame, K = 10, a_alpha = 0.25, b_alpha = 0.25, seed = seed, verbose = FALSE)
      lcmCR_PostSampl(sampler, burnin = 2000, samples = 2000, thinning = 10, output = FALSE)
    })
  })
  result$latentEffective <- posterior::ess_bulk(chains)
}
cat(toJSON(result, auto_unbox = TRUE, digits = 6), "\n")
