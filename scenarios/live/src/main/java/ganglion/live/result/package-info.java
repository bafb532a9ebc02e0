/** What a session leaves on disk: {@code LiveDirectory} writes {@code result.json}, the changes of the ear and the latencies. */
package ganglion.live.result;
