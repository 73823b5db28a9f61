"""Lints many forms with Apache Spark: each part of the list goes through one process on one of the machines.

usage: spark-submit ci/many-forms/spark.py LIST OUT [PARTS]

LIST has a path a line; all machines must see the forms under these paths, and have `consentlint`. OUT becomes a folder
of JSON Lines, a line a form (schema/document-1.schema.json).
"""

import os
import shlex
import sys

from pyspark.sql import SparkSession

# Findings are no failure of the job, and Spark itself spreads the work: so one job a process.
COMMAND = ["consentlint", "lint", "--files-from", "-", "--format", "jsonl", "--jobs", "1", "--fail-on", "never"]


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    spark = SparkSession.builder.appName("consentlint").getOrCreate()
    parts = int(sys.argv[3]) if len(sys.argv) > 3 else spark.sparkContext.defaultParallelism * 4
    paths = spark.sparkContext.textFile(sys.argv[1]).repartition(parts)
    # Exit code 2 says that a form could not be read: its line says why, and the others are there.
    # A piped process sees nothing of the environment but what it is given.
    environment = {"PATH": os.environ.get("PATH", os.defpath)}
    paths.pipe(shlex.join(COMMAND), env=environment).saveAsTextFile(sys.argv[2])
    spark.stop()


main()
