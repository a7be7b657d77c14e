/** The engine's side: its Analyzer protocol over gRPC. */
package policy.analyzer;
