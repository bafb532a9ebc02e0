/** How the kernel, which knows of no threads, has independent pieces of work done at the same time. */
package ganglion.kernel.parallel;
