/** Search documents: their keys, each declared once, and the reader, schema and reference page that come from them. */
package ganglion.scenario.explore.format;
