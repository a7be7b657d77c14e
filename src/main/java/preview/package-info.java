/** Makes the change set of a run: from the engine's events, or from two declarations that are compared. */
package preview;
