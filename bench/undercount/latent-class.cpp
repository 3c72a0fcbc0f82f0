// The Gibbs sampler of the non-parametric latent class model (Manrique-Vallier 2016, section 4), plainly, as a compiled peer of
// src/count/undercount/latent-class.ts where the R package LCMCR is not at hand. The sweep is that of the paper, without moves of
// our own; cases with the same capture history are drawn together as one multinomial, which is the quickest way to the same chain.
//   c++ -O2 -std=c++17 -o latent-class latent-class.cpp
//   ./latent-class TABLE.csv CLASSES BURNIN DRAWS THINNING CHAINS    (a CSV of combinations with a count as the last column)
// Prints one line: seconds of processor, then the draws of N, chain after chain.

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

// xoshiro256++ (Blackman and Vigna 2021), its state filled by splitmix64.
class Stream {
 public:
  explicit Stream(uint64_t seed) {
    for (uint64_t &word : state_) {
      uint64_t z = (seed += 0x9e3779b97f4a7c15ULL);
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
      z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
      word = z ^ (z >> 31);
    }
  }

  double uniform() { return ((next() >> 11) + 0.5) * 0x1.0p-53; }

  // Polar method of Marsaglia and Bray (1964).
  double normal() {
    if (kept_) {
      kept_ = false;
      return spare_;
    }
    for (;;) {
      const double u = 2 * uniform() - 1, v = 2 * uniform() - 1, s = u * u + v * v;
      if (s >= 1 || s == 0) continue;
      const double factor = std::sqrt(-2 * std::log(s) / s);
      spare_ = v * factor;
      kept_ = true;
      return u * factor;
    }
  }

  // Marsaglia and Tsang (2000).
  double gamma(double shape) {
    if (shape < 1) return gamma(shape + 1) * std::pow(uniform(), 1 / shape);
    const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    for (;;) {
      const double x = normal(), root = 1 + c * x;
      if (root <= 0) continue;
      const double v = root * root * root, u = uniform();
      if (u < 1 - 0.0331 * x * x * x * x || std::log(u) < 0.5 * x * x + d * (1 - v + std::log(v))) return d * v;
    }
  }

  double log_gamma(double shape) {
    return shape < 1 ? std::log(gamma(shape + 1)) + std::log(uniform()) / shape : std::log(gamma(shape));
  }

  // Transformed rejection PTRS of Hörmann (1993), multiplication below a mean of 10.
  long poisson(double mean) {
    if (mean < 10) {
      const double limit = std::exp(-mean);
      long k = 0;
      for (double product = uniform(); product > limit; product *= uniform()) k++;
      return k;
    }
    const double b = 0.931 + 2.53 * std::sqrt(mean), a = -0.059 + 0.02483 * b;
    const double inverse = 1.1239 + 1.1328 / (b - 3.4), quick = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
      const double u = uniform() - 0.5, v = uniform(), us = 0.5 - std::fabs(u);
      const double k = std::floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= quick) return static_cast<long>(k);
      if (k < 0 || (us < 0.013 && v > us)) continue;
      if (std::log(v * inverse / (a / (us * us) + b)) <= k * std::log(mean) - mean - std::lgamma(k + 1))
        return static_cast<long>(k);
    }
  }

  // Transformed rejection BTRS of Hörmann (1993), inversion where n·p is below 10.
  long binomial(long n, double p) {
    if (p > 0.5) return n - binomial(n, 1 - p);
    if (n <= 0 || !(p > 0)) return 0;
    if (n * p < 10) return small_binomial(n, p);
    const double spread = std::sqrt(n * p * (1 - p)), b = 1.15 + 2.53 * spread;
    const double a = -0.0873 + 0.0248 * b + 0.01 * p, quick = 0.92 - 4.2 / b, alpha = (2.83 + 5.1 / b) * spread;
    const double odds = std::log(p / (1 - p)), mode = std::floor((n + 1) * p);
    const double top = std::lgamma(mode + 1) + std::lgamma(n - mode + 1);
    for (;;) {
      const double u = uniform() - 0.5, v = uniform(), us = 0.5 - std::fabs(u);
      const double k = std::floor((2 * a / us + b) * u + n * p + 0.5);
      if (us >= 0.07 && v <= quick) return static_cast<long>(k);
      if (k < 0 || k > n) continue;
      const double height = top - std::lgamma(k + 1) - std::lgamma(n - k + 1) + (k - mode) * odds;
      if (std::log(v * alpha / (a / (us * us) + b)) <= height) return static_cast<long>(k);
    }
  }

  // Few things over many cells: one uniform a thing is cheaper than one binomial a cell.
  void multinomial(long n, const std::vector<double> &weights, std::vector<long> &counts) {
    double total = 0;
    for (const double weight : weights) total += weight;
    const size_t last = weights.size() - 1;
    if (n <= static_cast<long>(last)) {
      for (long &count : counts) count = 0;
      for (long draw = 0; draw < n; draw++) {
        double u = uniform() * total;
        size_t i = 0;
        while (i < last && u >= weights[i]) u -= weights[i++];
        counts[i]++;
      }
      return;
    }
    long left = n;
    for (size_t i = 0; i < last; i++) {
      counts[i] = left > 0 && weights[i] > 0 ? binomial(left, std::fmin(1, weights[i] / total)) : 0;
      left -= counts[i];
      total -= weights[i];
    }
    counts[last] = left;
  }

 private:
  uint64_t state_[4];
  double spare_ = 0;
  bool kept_ = false;

  static uint64_t turned(uint64_t word, int by) { return (word << by) | (word >> (64 - by)); }

  uint64_t next() {
    const uint64_t result = turned(state_[0] + state_[3], 23) + state_[0], shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = turned(state_[3], 45);
    return result;
  }

  long small_binomial(long n, double p) {
    const double ratio = p / (1 - p), start = std::exp(n * std::log1p(-p));
    for (;;) {
      double u = uniform(), probability = start;
      for (long k = 0; k <= n && k < 200; k++) {
        if (u < probability) return k;
        u -= probability;
        probability *= ratio * (n - k) / (k + 1);
      }
    }
  }
};

struct Table {
  int lists = 0;
  long observed = 0;
  std::vector<int> patterns;
  std::vector<long> counts;
};

static Table read_table(const char *path) {
  Table table;
  std::ifstream file(path);
  std::string line, cell;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<long> cells;
    for (std::stringstream row(line); std::getline(row, cell, ',');) cells.push_back(std::atol(cell.c_str()));
    table.lists = static_cast<int>(cells.size()) - 1;
    int pattern = 0;
    for (int j = 0; j < table.lists; j++) pattern |= static_cast<int>(cells[j]) << j;
    if (cells.back() == 0) continue;
    table.patterns.push_back(pattern);
    table.counts.push_back(cells.back());
    table.observed += cells.back();
  }
  return table;
}

class Sampler {
 public:
  Sampler(const Table &table, int classes, uint64_t seed)
      : table_(table), classes_(classes), stream_(seed), lambda_(classes * table.lists), pi_(classes), share_(classes),
        drawn_(classes), members_(classes), captured_(classes * table.lists) {
    for (double &p : lambda_) p = stream_.uniform();
    sticks();
  }

  long population() const { return table_.observed + unseen_; }

  void iterate() {
    for (long &n : members_) n = 0;
    for (long &n : captured_) n = 0;
    for (size_t at = 0; at < table_.patterns.size(); at++) allocate(table_.patterns[at], table_.counts[at]);
    const double missed = weigh(0);
    // With the prior 1/N the unseen number is negative binomial: a Poisson with a gamma mean.
    unseen_ = stream_.poisson(stream_.gamma(table_.observed) * missed / std::fmax(1e-300, 1 - missed));
    allocate(0, unseen_);
    for (int k = 0; k < classes_; k++)
      for (int j = 0; j < table_.lists; j++) {
        const long on = captured_[k * table_.lists + j];
        const double a = stream_.gamma(on + 1), b = stream_.gamma(members_[k] - on + 1);
        lambda_[k * table_.lists + j] = a / (a + b);
      }
    sticks();
  }

 private:
  const Table &table_;
  const int classes_;
  Stream stream_;
  long unseen_ = 0;
  double alpha_ = 1;
  std::vector<double> lambda_, pi_, share_;
  std::vector<long> drawn_, members_, captured_;

  double weigh(int pattern) {
    double total = 0;
    for (int k = 0; k < classes_; k++) {
      double p = pi_[k];
      for (int j = 0; j < table_.lists; j++) {
        const double on = lambda_[k * table_.lists + j];
        p *= (pattern >> j) & 1 ? on : 1 - on;
      }
      total += share_[k] = p;
    }
    return total;
  }

  void allocate(int pattern, long count) {
    weigh(pattern);
    stream_.multinomial(count, share_, drawn_);
    for (int k = 0; k < classes_; k++) {
      members_[k] += drawn_[k];
      for (int j = 0; j < table_.lists; j++)
        if ((pattern >> j) & 1) captured_[k * table_.lists + j] += drawn_[k];
    }
  }

  // The remaining stick is kept as a logarithm: a small alpha takes it far below what a number can hold.
  void sticks() {
    long above = 0;
    for (const long n : members_) above += n;
    double left = 0;
    for (int k = 0; k < classes_ - 1; k++) {
      above -= members_[k];
      const double broken = stream_.log_gamma(1 + members_[k]), rest = stream_.log_gamma(alpha_ + above);
      const double both = std::fmax(broken, rest) + std::log1p(std::exp(-std::fabs(broken - rest)));
      pi_[k] = std::exp(left + broken - both);
      left += rest - both;
    }
    pi_[classes_ - 1] = std::exp(left);
    alpha_ = stream_.gamma(0.25 + classes_ - 1) / (0.25 - left);
  }
};

int main(int count, char **given) {
  if (count != 7) {
    std::cerr << "usage: latent-class TABLE.csv CLASSES BURNIN DRAWS THINNING CHAINS\n";
    return 2;
  }
  const Table table = read_table(given[1]);
  const int classes = std::atoi(given[2]), burnin = std::atoi(given[3]), draws = std::atoi(given[4]);
  const int thinning = std::atoi(given[5]), chains = std::atoi(given[6]);
  std::vector<long> all;
  const std::clock_t begun = std::clock();
  for (int chain = 0; chain < chains; chain++) {
    Sampler sampler(table, classes, 1 + chain);
    for (int i = 0; i < burnin; i++) sampler.iterate();
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < thinning; i++) sampler.iterate();
      all.push_back(sampler.population());
    }
  }
  std::printf("%.6f", static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
  for (const long n : all) std::printf(" %ld", n);
  std::printf("\n");
}
