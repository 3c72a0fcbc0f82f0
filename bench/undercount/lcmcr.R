# LCMCR on a CSV of combinations with a column count; prints its version, its seconds of processor and the draws of N, one chain after the other
# (bench/setup-undercount.sh installs the package). Arguments: CSV, classes, burn-in, draws, thinning, chains.
suppressMessages(library(LCMCR))
given <- commandArgs(trailingOnly = TRUE)
table <- read.csv(given[1])
asked <- as.integer(given[-1])
lists <- as.data.frame(lapply(table[, -ncol(table)], factor, levels = 0:1))
cases <- lists[rep(seq_len(nrow(lists)), table[, ncol(table)]), ]
before <- proc.time()
draws <- sapply(seq_len(asked[5]), function(seed) {
  sampler <- lcmCR(cases, K = asked[1], a_alpha = 0.25, b_alpha = 0.25, seed = seed, verbose = FALSE)
  lcmCR_PostSampl(sampler, burnin = asked[2], samples = asked[3], thinning = asked[4], output = FALSE)
})
used <- proc.time() - before
cat(format(packageVersion("LCMCR")), used["user.self"] + used["sys.self"], draws, "\n")
