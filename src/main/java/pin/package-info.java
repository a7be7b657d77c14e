/** Writes which release an environment is at into its file, and nothing else; and makes the commit that says so. */
package pin;
