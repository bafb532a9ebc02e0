/**
 * {@code ganglion gallery}: pages of documentation from runs of scenarios. A plan beside a scenario ({@link ganglion.gallery.PicturePlan})
 * says which pictures its page has; each {@code ...Drawing} makes one kind of them, and {@link ganglion.gallery.GalleryPage} writes the page.
 *
 * <p>Nothing in a page depends on the machine, so that fresh pages can be compared with those of the documentation. No class keeps state
 * between calls.
 */
package ganglion.gallery;
