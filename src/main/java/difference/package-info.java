/** What differs between two sets of declared objects, property by property; pure, and without any cluster. */
package difference;
