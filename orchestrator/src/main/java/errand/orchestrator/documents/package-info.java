/**
 * The JSON a plan carries: templates with expressions, schemas, quotes and cards as canonical text.
 * Knows JSONata and JSON Schema; knows nothing of how a plan goes on.
 */
@NullMarked
package errand.orchestrator.documents;

import org.jspecify.annotations.NullMarked;
