/**
 * How the kernel, which starts no threads, has independent pieces of work done at the same time: it asks a {@link
 * ganglion.kernel.parallel.TaskRunner} that its caller brings along.
 */
package ganglion.kernel.parallel;
