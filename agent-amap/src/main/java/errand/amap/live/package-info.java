/** Amap's web service behind the ports: looks things up, sells nothing. */
@NullMarked
package errand.amap.live;

import org.jspecify.annotations.NullMarked;
