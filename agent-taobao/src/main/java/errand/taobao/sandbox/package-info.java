/** A marketplace that exists only here: a world made from a seed, and PostgreSQL for the rest. */
@NullMarked
package errand.taobao.sandbox;

import org.jspecify.annotations.NullMarked;
