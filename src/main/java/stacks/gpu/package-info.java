/** What {@link stacks.GpuStack} declares beside the partition of cards. */
package stacks.gpu;
