/** Shops that exist only here: a world made from a seed, and PostgreSQL for the rest. */
@NullMarked
package errand.flash.sandbox;

import org.jspecify.annotations.NullMarked;
