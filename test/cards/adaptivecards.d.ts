/** The UMD bundle is the build of `adaptivecards` that loads in Node; its types are the package's own. */
declare module 'adaptivecards/dist/adaptivecards.min.js' {
  export * from 'adaptivecards';
}
