/** What makes a change one to think about: one rule a file, each with its words for what users would notice. */
package change.danger;
