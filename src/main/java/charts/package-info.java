/** Charts: where one comes from, and what it renders to. Nothing here speaks to a cluster or sees a secret. */
package charts;
