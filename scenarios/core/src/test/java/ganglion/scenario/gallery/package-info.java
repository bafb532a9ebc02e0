/** Tests of the scenarios in {@code scenarios/gallery}, and the formulas behind their hand-made weights. */
package ganglion.scenario.gallery;
