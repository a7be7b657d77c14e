/** The facility's policy pack: its rules, its limits in policies/quotas.yaml, and its door to the engine. */
package policies;
