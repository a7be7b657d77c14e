/** The change set for its readers: a terminal, a merge request, the tools beside it, a browser. Pure. */
package report;
