/**
 * Whether an environment works. What is looked at follows from what the stacks declare ({@link health.StackMembers}); reading
 * ({@code LiveCluster}, {@code Asker}) is apart from judging ({@code Judgement} and its rules, from JSON to a sentence). The
 * command and the promotion look at a whole environment, a gate at one stack. {@code docs/adr/0025} says why.
 */
package health;
