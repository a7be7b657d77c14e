/** What is done about a change on the cluster: it is taken back, declared, or let be until a day. */
package drift;
