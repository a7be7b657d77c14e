/** Policy packs in Java: rules as small classes, judged the same by the engine and without it. Knows no facility. */
package policy;
