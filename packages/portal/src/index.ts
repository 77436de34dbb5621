export { type PortalOptions, createPortal } from './portal.ts';
