"""Names of the metrics that PromQL expressions select. Reads a JSON list of expressions, prints a JSON list of lists."""

import json
import sys

import promql_parser as promql


def names(node):
    if isinstance(node, promql.VectorSelector):
        return {node.name}
    if isinstance(node, promql.MatrixSelector):
        return names(node.vector_selector)
    if isinstance(node, promql.BinaryExpr):
        return names(node.lhs) | names(node.rhs)
    if isinstance(node, promql.Call):
        return set().union(*[names(each) for each in node.args])
    if isinstance(node, (promql.AggregateExpr, promql.UnaryExpr, promql.ParenExpr, promql.SubqueryExpr)):
        return names(node.expr)
    if isinstance(node, (promql.NumberLiteral, promql.StringLiteral)):
        return set()
    raise TypeError(f"no rule for {type(node).__name__}")


print(json.dumps([sorted(names(promql.parse(text))) for text in json.load(sys.stdin)]))
