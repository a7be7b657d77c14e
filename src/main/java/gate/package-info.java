/**
 * What stands between the stacks of an environment that is promoted to: resources {@code facility:gate:*}, which do nothing
 * but wait, announce and lift, so that all this is order and inputs of the engine. {@code docs/adr/0025} says why.
 */
package gate;
