/**
 * Who holds an environment's state, and taking a lock over from a run that was killed: by name, with a reason, on record.
 * The locks themselves are the engine's.
 */
package lock;
