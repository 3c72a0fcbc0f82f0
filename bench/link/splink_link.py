"""Links one table with Splink on DuckDB: python splink_link.py TABLE.csv SPEC.json CLUSTERS.csv. Prints JSON with times in milliseconds:
wall by stage, and `cpu`, the processor time of all stages together; `memory` is the peak in MB.

SPEC holds `id`, `fields` (column, compare) and `block` (lists of columns), as in bench/link.mjs, so that both programs compare the same
pairs by the same columns. Comparisons are Splink's own for each type of column, with term frequencies on names and places.
"""
import json
import resource
import sys
import time

import duckdb
import splink
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on


def comparison(field):
    column, how = field["column"], field["compare"]
    if how == "date":
        return cl.DamerauLevenshteinAtThresholds(column, [1, 2])
    if how == "code":
        return cl.LevenshteinAtThresholds(column, [1, 2])
    if how == "category":
        return cl.ExactMatch(column)
    return cl.JaroWinklerAtThresholds(column, [0.92, 0.88, 0.7]).configure(term_frequency_adjustments=True)


def main(table, spec_file, out):
    spec = json.load(open(spec_file))
    started = time.perf_counter()
    idle = processor()
    con = duckdb.connect()
    con.execute(f"SET threads TO {spec.get('threads', 2)}")
    con.execute(f"CREATE TABLE input AS SELECT * FROM read_csv('{table}', all_varchar = true, nullstr = '')")
    read = time.perf_counter()
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name=spec["id"],
        comparisons=[comparison(field) for field in spec["fields"]],
        blocking_rules_to_generate_predictions=[block_on(*keys) for keys in spec["block"]],
    )
    linker = linker_of(con, settings)
    rules = [block_on(*keys) for keys in spec["block"]]
    linker.training.estimate_probability_two_random_records_match(rules[:2], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=400_000, seed=1)
    for rule in rules[:3]:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    trained = time.perf_counter()
    predictions = linker.inference.predict(threshold_match_probability=0.05)
    predicted = time.perf_counter()
    used = processor()
    best = None
    for threshold in spec["thresholds"]:
        begun = time.perf_counter()
        before = processor()
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            predictions, threshold_match_probability=threshold
        )
        relation = clusters.as_duckdbpyrelation()
        # Counting makes sure that the clusters have been worked out; writing them down is not counted.
        relation.aggregate("count(*)").fetchall()
        best = time.perf_counter() - begun
        clustering = processor() - before
        relation.project(f"{spec['id']} AS id, cluster_id AS cluster").write_csv(f"{out}.{threshold}")
    print(
        json.dumps(
            {
                "splink": splink.__version__,
                "read": 1000 * (read - started),
                "train": 1000 * (trained - read),
                "predict": 1000 * (predicted - trained),
                "cluster": 1000 * best,
                "cpu": 1000 * (used - idle + clustering),
                "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


def processor():
    """Seconds of processor time so far, all threads together."""
    return sum(resource.getrusage(resource.RUSAGE_SELF)[:2])


def linker_of(con, settings):
    """The linker of the table "input": since Splink 5 a table is registered first, before that it is given by name with the connection."""
    from splink.backends.duckdb import DuckDBAPI

    db = DuckDBAPI(connection=con)
    if hasattr(db, "register"):
        return Linker(db.register("input"), settings, log_level=40)
    return Linker("input", settings, db, set_up_basic_logging=False)


main(*sys.argv[1:])
