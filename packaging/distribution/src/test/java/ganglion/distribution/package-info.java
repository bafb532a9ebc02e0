/** Tests of the files that users download, after the build has packed them. */
package ganglion.distribution;
