/**
 * One declaration per key. A {@link ganglion.documents.key.Key} states a key's name, type, range, unit, default, description
 * and example; a {@link ganglion.documents.key.Shape} lists the keys of an object, and {@link
 * ganglion.documents.key.KindsByKey} and {@link ganglion.documents.key.KindsByWord} list the kinds of a thing. From these
 * declarations come
 *
 * <ul>
 *   <li>reading: {@code BETA.in(place)} gives the value or the default,
 *   <li>writing: {@code BETA.write(object, value)} leaves defaults out,
 *   <li>the JSON Schema ({@link ganglion.documents.key.SchemaWriter}), which documents are checked against, and whose titles
 *       are what error messages expect,
 *   <li>the reference page, and the options of the command line.
 * </ul>
 *
 * <p>A declaration lies beside the record that holds the values, or in a class of its own where the record must not know
 * about formats (models of the kernel, filters of the cochlea):
 *
 * <pre>{@code
 * static final Key<Double> BETA = Key.of("beta", number().from(0).to(1))
 *         .says("Share of the potential that is left after one frame.")
 *         .byDefault(0.850854)
 *         .example(0.9);
 *
 * static final Shape<Cell> CELL = Shape.of("a cell",
 *         place -> new Cell(BETA.in(place), THRESHOLD.in(place)), BETA, THRESHOLD);
 * }</pre>
 */
package ganglion.documents.key;
