/**
 * What ran healthy, as a record that cannot be edited unseen: the release of an environment, and where it is kept. A
 * release knows nothing of promotion but where it came from.
 */
package release;
