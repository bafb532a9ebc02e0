/** {@code ganglion live}: a scenario hears sound as it comes. */
package ganglion.live.command;
