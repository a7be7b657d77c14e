/**
 * How a plug-in in Java serves resources to the engine: what is the same for each, whatever its resources are. A plug-in
 * ({@link provider.Plugin}) names its kinds, a kind ({@link provider.Kind}) its fields and how it is made.
 */
package provider;
