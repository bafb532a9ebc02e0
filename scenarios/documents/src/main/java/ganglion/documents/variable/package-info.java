/**
 * Variables of a document, and the expressions in its values that use them: {@code ${16 * scale} pA}.
 *
 * <pre>
 *   Variables     finds the expressions of a document and puts their values into their places
 *   Formula       one expression, evaluated by EvalEx in decimals
 * </pre>
 */
package ganglion.documents.variable;
