/** One rule a class; each sees plain properties, as the engine sends them. */
package policies.rules;
