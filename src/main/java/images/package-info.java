/**
 * Whether images can be had: asks registries for manifests, as the OCI distribution API has it, and pulls nothing. Knows
 * no declaration and no cluster.
 */
package images;
