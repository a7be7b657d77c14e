/** In what environments may differ: each difference is declared with a reason, and one that is not is a fault. */
package ledger;
