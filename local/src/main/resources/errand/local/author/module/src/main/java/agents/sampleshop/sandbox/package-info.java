/** The sandbox adapter: a world made of a seed; in PostgreSQL only what deviates from it. */
@NullMarked
package agents.sampleshop.sandbox;

import org.jspecify.annotations.NullMarked;
