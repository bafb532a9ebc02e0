/** {@code ganglion live}: a scenario hears sound as it comes. */
package ganglion.cli.verb.live;
