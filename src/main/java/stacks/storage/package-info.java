/** What is mounted: Ceph's classes, buckets, NFS areas, and the plugins that mount on the nodes. */
package stacks.storage;
