/**
 * From one environment to another: what has to hold, what was approved, and whether anything moved since. Pure; the
 * command line asks engine, cluster and git, and acts.
 */
package promotion;
