/** The picture of a rollout: requests by version, failures and healthy capacity over time, as SVG made by echarts. */
import * as echarts from 'echarts';

export interface ChartSeries {
  readonly title: string;
  readonly subtitle: string;
  /** Real seconds one bucket spans, and simulated seconds one real second stands for. */
  readonly bucketSeconds: number;
  readonly speed: number;
  readonly versions: readonly string[];
  readonly buckets: readonly {
    /** Real seconds since the rollout began. */
    readonly second: number;
    readonly served: Readonly<Record<string, number>>;
    readonly failed: number;
  }[];
  readonly capacity: readonly { readonly second: number; readonly healthy: number; readonly total: number }[];
}

const VERSION_COLORS = ['#8da2b5', '#1f77d0', '#2a9d6f', '#9467bd'];
const FAILED_COLOR = '#d62839';
const CAPACITY_COLOR = '#3b3b3b';

/** One strategy's chart as an SVG document. */
export function chartSvg(series: ChartSeries, size: { readonly width: number; readonly height: number }): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  const perSecond = (count: number): number => Number((count / series.bucketSeconds).toFixed(2));
  const minutes = (second: number): number => Number(((second * series.speed) / 60).toFixed(3));
  const end = minutes(series.buckets.at(-1)?.second ?? 1);
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    title: {
      text: series.title,
      subtext: series.subtitle,
      left: 12,
      top: 6,
      textStyle: { fontSize: 15 },
      subtextStyle: { fontSize: 11, color: '#555' },
    },
    legend: { right: 12, top: 10, itemWidth: 14, itemHeight: 9, textStyle: { fontSize: 11 } },
    grid: { left: 52, right: 46, top: 80, bottom: 36 },
    xAxis: {
      type: 'value',
      name: 'minutes',
      nameLocation: 'middle',
      nameGap: 20,
      min: 0,
      max: end,
      splitLine: { show: false },
      axisLabel: { fontSize: 10 },
    },
    yAxis: [
      {
        type: 'value',
        name: 'requests/s',
        nameTextStyle: { fontSize: 10 },
        axisLabel: { fontSize: 10 },
        splitLine: { lineStyle: { color: '#eee' } },
      },
      {
        type: 'value',
        name: 'instances',
        nameTextStyle: { fontSize: 10 },
        axisLabel: { fontSize: 10 },
        min: 0,
        minInterval: 1,
        splitLine: { show: false },
      },
    ],
    series: [
      ...series.versions.map((version, index) => ({
        name: version,
        type: 'line' as const,
        stack: 'requests',
        symbol: 'none',
        step: 'middle' as const,
        lineStyle: { width: 0 },
        areaStyle: { color: VERSION_COLORS[index % VERSION_COLORS.length], opacity: 0.85 },
        itemStyle: { color: VERSION_COLORS[index % VERSION_COLORS.length] },
        data: series.buckets.map((bucket) => [minutes(bucket.second), perSecond(bucket.served[version] ?? 0)]),
      })),
      {
        name: 'failed',
        type: 'line' as const,
        stack: 'requests',
        symbol: 'none',
        step: 'middle' as const,
        lineStyle: { width: 0 },
        areaStyle: { color: FAILED_COLOR, opacity: 0.95 },
        itemStyle: { color: FAILED_COLOR },
        data: series.buckets.map((bucket) => [minutes(bucket.second), perSecond(bucket.failed)]),
      },
      {
        name: 'healthy instances',
        type: 'line' as const,
        yAxisIndex: 1,
        symbol: 'none',
        step: 'end' as const,
        lineStyle: { width: 1.5, color: CAPACITY_COLOR, type: 'dashed' as const },
        itemStyle: { color: CAPACITY_COLOR },
        data: series.capacity.map((sample) => [minutes(sample.second), sample.healthy]),
      },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Several charts below each other as one SVG: the README's picture. */
export function stackedSvg(
  charts: readonly ChartSeries[],
  size: { readonly width: number; readonly height: number },
): string {
  const inner = charts.map((series, index) => {
    const svg = chartSvg(series, size).replace(/^<\?xml[^>]*>\s*/, '');
    // Ids of clip paths are counted per document: two charts in one file would share them.
    const own = svg.replaceAll(/\bzr\d+-/g, (id) => `c${index}${id}`);
    return own.replace('<svg ', `<svg x="0" y="${index * size.height}" `);
  });
  const height = charts.length * size.height;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}">\n${inner.join('\n')}\n</svg>\n`;
}
